using System.Xml.Linq;

namespace NeuralNotebooks.Classroom.Tests.Reports;

public sealed partial class PageTests : GradedTests
{
    private const string Facts = "Reports/Pages";
    /// <summary>Lines with @ are files of the teacher. Lines with &gt; are a student's answers to a task: the expected
    /// answers, the student's answers and optionally a mistake's sentence and answers; or a text. A student may also
    /// have a note for the teacher, or a problem instead of answers. Lines with $ name a file for the teacher, or a
    /// student. Below is the file, or the text of the page with its buttons in brackets, and its data.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_page_says(string fact) => ApprovedTexts.Answer(Facts, fact, saying =>
    {
        if (saying.Kind == '@')
            Class.File(saying.First, saying.Content);
        else if (saying.Kind == '>')
            Add(saying.Text.Split(": ", 3));
        else
            return Page(saying.Text).Trim('\n') + "\n";
        return null;
    });

    private void Add(string[] said)
    {
        string[] name = said[1].Split(' ');
        JudgedSubmission? before = Class.Store.Read(new(said[0], "A1"));
        if (name[0] == "problem")
            Class.Add(said[0], said[2], []);
        else if (name[0] == "note")
            Class.Store.Write(before! with { Notes = [new(said[2], NoteReaders.Teacher)] });
        else
            Class.Add(
                said[0],
                [
                    .. before?.Tasks.Where(task => task.Name != name[0]) ?? [],
                    name.Contains("given") ? Marking.MarkingGuideTests.Task(said[2])
                        : said[2].Contains(" ~ ") ? GradedClass.Task(name[0], said[2], name.Contains("shown"))
                        : GradedClass.ByHand(name[0], name.Contains("half") ? 2.5m : 2, said[2]),
                ]);
    }

    private string Page(string name)
    {
        ClassReport.Write(Class.Path);
        Class.WritePages();
        Class.WriteTables();
        string file = name.Contains('.') ? name : $"feedback/{name}/A1/A1.html";
        if (!System.IO.File.Exists(System.IO.Path.Combine(Class.Path, file)))
            return "(there is none)";
        string text = Class.Read(file);
        if (text.Split("<main") is not [var head, var rest])
            return text.Replace("\uFEFF", "(byte order mark)");
        XDocument.Parse(Scripts().Replace(text[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..], ""));
        string body = Formula().Replace(rest.Split("</main>")[0].Split('\n', 2)[1], "(formula)");
        return $"{TextOf(body)}{Data().Match(rest).Value}";
    }

    private static string TextOf(string html)
    {
        html = NextCell().Replace(html, " | ");
        html = Button().Replace(html, "[$1]");
        html = Image().Replace(html, "(image $1)");
        string text = System.Net.WebUtility.HtmlDecode(Tag().Replace(InlineTag().Replace(html, ""), " "));
        IEnumerable<string> lines = text.Split('\n').Select(line => line.OnOneLine());
        return string.Concat(lines.Where(line => line.Length > 0).Select(line => line + "\n"));
    }

    [GeneratedRegex(@"</t[dh]>\s*(?=<t[dh])")]
    private static partial Regex NextCell();

    [GeneratedRegex("<button[^>]*>(.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("<img[^>]* src=\"([^\"]{0,40})[^>]*>")]
    private static partial Regex Image();

    [GeneratedRegex("</?(a|b|code|em|kbd|strong)( [^>]*)?>")]
    private static partial Regex InlineTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    /// <summary>A formula, which is typeset if the build had KaTeX.</summary>
    [GeneratedRegex(
        """<span class="(tex|katex)[^"]*">(?>[^<]+|<span[^>]*>(?<open>)|</span>(?<-open>)|<(?!/?span)[^>]*>)*"""
            + "(?(open)(?!))</span>")]
    private static partial Regex Formula();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("(?<=class=\"data\">).*?(?=</script>)")]
    private static partial Regex Data();
}
