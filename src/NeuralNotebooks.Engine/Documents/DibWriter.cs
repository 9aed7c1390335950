using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>Writes a notebook in the text format of Polyglot Notebooks. The format cannot store outputs or the metadata
/// of cells.</summary>
internal static class DibWriter
{
    /// <summary>Fields whose information the field <c>kernelInfo</c> already contains.</summary>
    private static readonly string[] _ofKernels =
    [
        "kernelspec",
        "language_info",
        "polyglot_notebook",
        "dotnet_interactive",
    ];

    /// <exception cref="InvalidOperationException">A line of a cell would begin another cell.</exception>
    public static string Write(Notebook notebook)
    {
        Dictionary<string, string> kernels = DibFormat.Kernels();
        string defaultKernel = NameOf(notebook.Language ?? DibFormat.CSharp, kernels);
        (string Kernel, string[] Lines)[] cells =
        [
            .. notebook.Cells.Select(cell =>
                (KernelOf(cell, defaultKernel, kernels), DibFormat.Trim(DibFormat.Lines(cell.Source)).ToArray())
            ),
        ];
        JsonObject info = KernelInfo(notebook, defaultKernel, cells.Select(cell => cell.Kernel), kernels);

        var metadata = new JsonObject { ["kernelInfo"] = info };
        foreach ((string name, JsonNode? value) in notebook.Metadata)
            if (!_ofKernels.Contains(name))
                metadata.TryAdd(name, value?.DeepClone());
        var text = new StringBuilder($"{DibFormat.Metadata}\n\n{metadata.ToJsonString()}\n\n");
        for (int i = 0; i < cells.Length; i++)
        {
            (string kernel, string[] lines) = cells[i];
            if (lines.Length == 0)
                continue;
            if (Array.Find(lines, line => StartsAnother(line, kernels)) is { } line)
                throw new InvalidOperationException(
                    $"Cell {i + 1} of the file has the line \"{line.TrimEnd()}\", which begins another cell in a .dib "
                        + "file."
                );
            text.Append("#!").Append(kernel).Append("\n\n").AppendJoin('\n', lines).Append("\n\n");
        }
        return text.ToString()[..^1];
    }

    private static bool StartsAnother(string line, Dictionary<string, string> kernels) =>
        DibFormat.IsMetadata(line) || DibFormat.KernelOf(line, kernels) is not null;

    private static string KernelOf(Cell cell, string defaultKernel, Dictionary<string, string> kernels) =>
        cell switch
        {
            MarkdownCell => DibFormat.Markdown,
            RawCell => DibFormat.Raw,
            CodeCell { Language: { } language } => NameOf(language, kernels),
            _ => defaultKernel,
        };

    private static string NameOf(string language, Dictionary<string, string> kernels) =>
        NotebookLanguage.IsCSharp(language) ? DibFormat.CSharp : kernels.GetValueOrDefault(language, language);

    /// <summary>The kernels that the notebook's metadata declare, and kernels of its cells that a program could not
    /// know otherwise.</summary>
    private static JsonObject KernelInfo(
        Notebook notebook,
        string defaultKernel,
        IEnumerable<string> used,
        Dictionary<string, string> kernels
    )
    {
        var info =
            (notebook.Metadata["polyglot_notebook"] as JsonObject)?["kernelInfo"]?.DeepClone() as JsonObject ?? [];
        info["defaultKernelName"] = defaultKernel;
        if (info["items"] is not JsonArray items)
            info["items"] = items = [];
        string[] named = [.. items.OfType<JsonObject>().Select(item => item.Text("name") ?? "")];
        foreach (string name in used.Append(defaultKernel).Distinct().Except(named).Where(name => !IsKnown(name)))
            items.Add(new JsonObject { ["name"] = name });
        foreach (string name in named.Concat(used))
            kernels.TryAdd(name, name);
        return info;

        bool IsKnown(string name) => name != DibFormat.CSharp && kernels.ContainsKey(name);
    }
}
