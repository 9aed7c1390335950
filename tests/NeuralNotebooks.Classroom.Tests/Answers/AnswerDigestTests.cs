using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Classroom.Tests.Answers;

public sealed class AnswerDigestTests
{
    private const string Code =
        "// TASK product-gate: 4 points\ndouble[] ProductGate(double x, double y, double dz)\n"
        + "{\n    return [Twice(dz) * y, x];\n}";

    private const string Helper = "double Twice(double x) => 2 * x;", Words = "It is so.";

    private static readonly AssignmentSource _source = SourceNotebook.Read([
        .. SourceNotebook.ProductGate,
        "<!-- TASK why: 2 points, by hand -->\nWhy?\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->",
    ]);

    private static string Notebook(string code = Code, string helper = Helper, string words = Words) =>
        SourceNotebook.Submitted(helper, code, $"<!-- TASK why: 2 points, by hand -->\nWhy?\n{words}");

    private static string DigestOf(string notebook) =>
        new NotebookReader(_source, "ada").Read(Encoding.UTF8.GetBytes(notebook)).Digest;

    [Fact]
    public void A_digest_has_three_groups_of_four_digits() =>
        Assert.Matches("^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$", DigestOf(Notebook()));

    [Fact]
    public void The_same_answers_have_the_same_digest_whatever_program_has_written_the_file()
    {
        string asLines = Notebook()
            .Replace("\\u003E", ">")
            .Replace($"\"source\":\"{Helper}\"", "\"source\":[\"double Twice(double x) \",\"=> 2 * x;\"]");
        string[] written =
        [
            asLines,
            Notebook(Code.Replace("\n", "\r\n"), Helper + "\r\n", Words + "\r\n"),
            Notebook(Code.Replace("{\n", "{  \n") + "\n\n", Helper, Words + "\n"),
            Notebook().Replace("\"execution_count\":null", "\"execution_count\":7"),
            Notebook().Replace("\"own-", "\"other-").Replace("\"metadata\":{}", "\"metadata\":{\"trusted\":true}"),
        ];

        asLines.ShouldContain("source\":[");
        Assert.All(written, notebook => Assert.NotEqual(Notebook(), notebook));
        Assert.All(written, notebook => Assert.Equal(DigestOf(Notebook()), DigestOf(notebook)));
    }

    [Fact]
    public void One_changed_character_changes_the_digest()
    {
        string[] changed =
        [
            Notebook(Code.Replace("x];", "y];")),
            Notebook(Code.Replace("    return", "     return")),
            Notebook(helper: Helper.Replace("2", "3")),
            Notebook(words: "It is so"),
        ];

        Assert.Distinct(changed.Append(Notebook()).Select(DigestOf));
    }

    [Fact]
    public void Another_photo_changes_the_digest()
    {
        static string WithPhoto(string image)
        {
            JsonNode notebook = JsonNode.Parse(Notebook(words: "![](attachment:a.png)"))!;
            var photo = new JsonObject { ["image/png"] = image };
            notebook["cells"]![2]!["attachments"] = new JsonObject { ["a.png"] = photo };
            return DigestOf(notebook.ToJsonString());
        }

        Assert.Equal(WithPhoto("aGE="), WithPhoto("aGE="));
        Assert.NotEqual(WithPhoto("aGE="), WithPhoto("aGI="));
    }
}
