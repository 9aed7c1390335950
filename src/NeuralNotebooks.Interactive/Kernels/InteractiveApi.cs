namespace NeuralNotebooks.Interactive;

/// <summary>Adds the API, the magic commands and the other languages of .NET Interactive to a session, so that
/// notebooks written for Polyglot Notebooks run here: the entry point of this project.</summary>
public static class InteractiveApi
{
    public const string FolderName = "interactive";

    private static readonly Lazy<FrameworkReferences> _references = new(() =>
        FrameworkReferences.OfRuntimeAnd(
            ApiAssemblies.Referenced,
            // Names, since a type of the API would load it.
            [typeof(CellFunctions).FullName!, "Microsoft.DotNet.Interactive.Kernel"],
            ApiAssemblies.All
        )
    );

    public static SessionOptions AddTo(SessionOptions options)
    {
        if (!ApiAssemblies.AreInstalled)
            return options;
        ApiAssemblies.AddResolver();
        return options with
        {
            References = _references.Value,
            Extension = NotebookKernels.Create,
            ExtensionAssemblies = ApiAssemblies.Names,
        };
    }
}
