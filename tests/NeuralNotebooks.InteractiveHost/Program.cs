using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace NeuralNotebooks.InteractiveHost;

/// <summary>Runs the code cells of a notebook on the C# kernel of .NET Interactive, and stops at the first cell that
/// fails. Its kernels and formatters are those that the tool dotnet-interactive sets up for an editor.</summary>
/// <remarks>The arguments are the notebook and the file for the outcome: a JSON list with the index, the error and the
/// HTML outputs of each cell that has run.</remarks>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using JsonDocument notebook = JsonDocument.Parse(await File.ReadAllTextAsync(arguments[0]));
        Directory.SetCurrentDirectory(Path.GetDirectoryName(Path.GetFullPath(arguments[0]))!);
        using CompositeKernel kernels = await StartAsync();
        List<CellOutcome> outcomes = [];
        foreach ((int index, JsonElement cell) in notebook.RootElement.GetProperty("cells").EnumerateArray().Index())
        {
            if (cell.GetProperty("cell_type").GetString() != "code")
                continue;
            outcomes.Add(await RunAsync(kernels, index, Text(cell.GetProperty("source"))));
            if (outcomes[^1].Error is not null)
                break;
        }
        await File.WriteAllTextAsync(arguments[1], JsonSerializer.Serialize(outcomes));
        // Cells may have started threads that do not end.
        Environment.Exit(0);
        return 0;
    }

    private static async Task<CompositeKernel> StartAsync()
    {
        CompositeKernel kernels = [new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing(), new HtmlKernel()];
        kernels.UseImportMagicCommand();
        kernels.DefaultKernelName = "csharp";
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        Formatter.SetPreferredMimeTypesFor(typeof(string), PlainTextFormatter.MimeType);
        await Extensions.LoadAsync(kernels);
        return kernels;
    }

    private static async Task<CellOutcome> RunAsync(CompositeKernel kernels, int index, string code)
    {
        KernelCommandResult result = await kernels.SendAsync(new SubmitCode(code));
        string? error = result.Events.OfType<CommandFailed>().Select(failed => failed.Message).FirstOrDefault();
        return new(
            index,
            error,
            [
                .. result.Events.OfType<DisplayEvent>()
                    .SelectMany(shown => shown.FormattedValues)
                    .Where(value => value.MimeType == HtmlFormatter.MimeType)
                    .Select(value => value.Value),
            ]);
    }

    private static string Text(JsonElement source) => source.ValueKind == JsonValueKind.String
        ? source.GetString()! : string.Concat(source.EnumerateArray().Select(line => line.GetString()));

    private sealed record CellOutcome(int Index, string? Error, string[] Html);
}
