using System.Runtime.Loader;

namespace NeuralNotebooks.Interactive;

/// <summary>Loads the extensions of .NET Interactive in packages: assemblies and a script in the folder
/// <c>interactive-extensions/dotnet</c>.</summary>
internal sealed class PackageExtensions
{
    private const string ScriptName = "extension.dib";

    private readonly HashSet<string> _loaded = [];

    /// <summary>Loads new extensions. One that fails is reported, and the others are loaded.</summary>
    public async Task LoadAsync(IReadOnlyList<string> folders, CompositeKernel root)
    {
        foreach (string folder in folders.Where(_loaded.Add))
        {
            foreach (string file in Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal))
                await ReportAsync(file, async () =>
                {
                    foreach (Type type in ExtensionsIn(file))
                        await ((IKernelExtension)Activator.CreateInstance(type)!).OnLoadAsync(root);
                });
            string script = Path.Combine(folder, ScriptName);
            if (File.Exists(script))
                await ReportAsync(script, () => root.LoadAndRunInteractiveDocument(new FileInfo(script)));
        }
    }

    private static async Task ReportAsync(string file, Func<Task> load)
    {
        try
        {
            await load();
        }
        catch (Exception e)
        {
            Exception cause = (e as TargetInvocationException)?.InnerException ?? e;
            CurrentCell.Required.Outputs.Write(
                StreamName.Stderr, $"The extension {file} could not be loaded: {cause.Message}\n");
        }
    }

    private static IEnumerable<Type> ExtensionsIn(string file)
    {
        string name = AssemblyName.GetAssemblyName(file).Name!;
        Assembly assembly = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(a => a.GetName().Name == name)
            ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
        return assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && typeof(IKernelExtension).IsAssignableFrom(type));
    }
}
