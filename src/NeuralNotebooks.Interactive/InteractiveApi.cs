using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Interactive;

/// <summary>Adds the API, the magic commands and the other languages of .NET Interactive to a session.</summary>
public static class InteractiveApi
{
    private static readonly Lazy<FrameworkReferences> _references = new(() =>
        FrameworkReferences.OfRuntimeAnd(
            InteractiveFiles.Api,
            // Names, since a type of the API would load it.
            [typeof(InteractiveFunctions).FullName!, "Microsoft.DotNet.Interactive.Kernel"],
            InteractiveFiles.All
        )
    );

    /// <summary>Changes the options of a session.</summary>
    /// <param name="findTool">Finds the program <c>dotnet-interactive</c>, which runs cells in F# and PowerShell; null
    /// if it is not installed.</param>
    public static SessionOptions AddTo(SessionOptions options, Func<string?> findTool)
    {
        if (!InteractiveFiles.Exist)
            return options;
        InteractiveFiles.Supply();
        return options with
        {
            References = _references.Value,
            Extension = session => new InteractiveExtension(session, options.Folder, findTool),
        };
    }
}
