using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>What is committed opens well in VS Code, Jupyter and Verso, and gives small diffs.</summary>
public partial class DocumentTests
{
    private const string KernelMetadata = """
        {"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},
         "language_info":{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#",
           "pygments_lexer":"csharp","version":"14.0"},
         "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}}
        """;

    private const string CellMetadata =
        """{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"}}""";

    private const string FoldedMetadata =
        """
        {"dotnet_interactive":{"language":"csharp"},"jupyter":{"source_hidden":true},
         "polyglot_notebook":{"kernelName":"csharp"}}
        """;

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void A_notebook_is_an_nbformat_4_5_document_for_a_CSharp_kernel(CourseNotebook notebook)
    {
        JsonElement json = notebook.Json;

        Assert.Equal(4, json.GetProperty("nbformat").GetInt32());
        Assert.Equal(5, json.GetProperty("nbformat_minor").GetInt32());
        AssertSame(KernelMetadata, json.GetProperty("metadata"), notebook.Name);
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void Cells_are_code_or_Markdown_with_unique_descriptive_ids(CourseNotebook notebook)
    {
        Assert.All(notebook.Cells, cell => Assert.Contains(cell.Kind, (string[])["code", "markdown"]));
        Assert.All(notebook.Cells, cell => Assert.Matches(DescriptiveId(), cell.Id));
        Assert.Equal(notebook.Cells.Count, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void No_output_is_committed(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code,
            cell =>
            {
                Assert.Equal(0, cell.Json.GetProperty("outputs").GetArrayLength());
                Assert.Equal(JsonValueKind.Null, cell.Json.GetProperty("execution_count").ValueKind);
                string expected = cell.IsFolded ? FoldedMetadata : CellMetadata;
                AssertSame(expected, cell.Json.GetProperty("metadata"), $"{notebook.Name}, cell {cell.Number}");
            }
        );
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void The_file_is_laid_out_as_Jupyter_writes_it(CourseNotebook notebook)
    {
        string text = notebook.Text;

        Assert.DoesNotContain('\r', text);
        text.ShouldStartWith("{\n \"cells\": [\n  {\n");
        text.ShouldEndWith("}\n");
        Assert.DoesNotMatch(EscapedLetter(), text);
    }

    private static void AssertSame(string expected, JsonElement actual, string where)
    {
        Assert.True(
            JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual),
            $"{where}: the metadata is {actual}, expected {expected}"
        );
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,63}$")]
    private static partial Regex DescriptiveId();

    [GeneratedRegex(@"\\u00[0-9a-fA-F]{2}|\\u03[0-9a-fA-F]{2}")]
    private static partial Regex EscapedLetter();
}
