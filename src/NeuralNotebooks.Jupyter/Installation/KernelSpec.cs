namespace NeuralNotebooks.Jupyter.Installation;

/// <summary>A folder <c>kernels/NAME</c> that registers a kernel with Jupyter: command line, display name,
/// logos.</summary>
public sealed record KernelSpec(string Folder, JsonObject Fields)
{
    /// <summary>The key in the metadata that marks a kernel that this program has written.</summary>
    private const string Mark = "neuralnotebooks";

    private const string FileName = "kernel.json";
    private const string LogoPrefix = "Logos.";
    private static readonly JsonDocumentOptions _reading = new() { AllowDuplicateProperties = false };

    public string Name => Path.GetFileName(Folder);

    public string DisplayName => Fields.Text("display_name") ?? "";

    public bool IsOurs => Fields["metadata"] is JsonObject metadata && metadata.ContainsKey(Mark);

    public bool IsCSharp => NotebookLanguage.IsCSharp(Fields.Text("language"));

    /// <summary>The program that is started; for a kernel of this program, the assembly.</summary>
    public string? Program => (Fields["argv"] as JsonArray)?.ElementAtOrDefault(IsOurs ? 1 : 0)?.ToString();

    /// <summary>Whether the assembly and the .NET host exist; always true for other programs' kernels.</summary>
    public bool IsComplete =>
        !IsOurs || (File.Exists(Program) && IsFound((Fields["argv"] as JsonArray)?.ElementAtOrDefault(0)?.ToString()));

    internal static KernelSpec Create(string folder, string displayName, string dotnet, string program) =>
        new(
            folder,
            new JsonObject
            {
                ["argv"] = new JsonArray(dotnet, program, "{connection_file}"),
                ["display_name"] = displayName,
                ["language"] = "C#",
                ["interrupt_mode"] = "message",
                ["metadata"] = new JsonObject
                {
                    ["debugger"] = false,
                    [Mark] = new JsonObject { ["version"] = ProgramVersion.Text },
                },
            });

    /// <summary>Whether a folder contains a kernelspec, even if it cannot be read.</summary>
    internal static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    internal static KernelSpec? Read(string folder)
    {
        try
        {
            string file = Path.Combine(folder, FileName);
            return File.Exists(file)
                && WellFormedJson.Repair(NamedFile.ReadAllText(file)) is var json
                && JsonNode.Parse(json, documentOptions: _reading) is JsonObject fields
                ? new KernelSpec(folder, fields) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    internal void Write()
    {
        Assembly assembly = typeof(KernelSpec).Assembly;
        IEnumerable<string> logos = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(LogoPrefix, StringComparison.Ordinal));
        foreach (string resource in logos)
        {
            using Stream logo = assembly.GetManifestResourceStream(resource)!;
            byte[] content = new byte[logo.Length];
            logo.ReadExactly(content);
            NamedFile.Write(Path.Combine(Folder, resource[LogoPrefix.Length..]), content);
        }
        NamedFile.Write(Path.Combine(Folder, FileName), JupyterJson.Write(Fields));
    }

    /// <summary>Whether the host exists. A name without a folder counts as found, since it is searched in PATH when the
    /// kernel starts.</summary>
    private static bool IsFound(string? host) => host is not null && (!Path.IsPathRooted(host) || File.Exists(host));
}
