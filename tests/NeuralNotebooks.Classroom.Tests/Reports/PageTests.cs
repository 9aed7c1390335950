using System.Text;
using System.Xml.Linq;

namespace NeuralNotebooks.Classroom.Tests.Reports;

public sealed class PageTests : IDisposable
{
    private const string Facts = "Reports/Pages";
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    /// <summary>Lines with @ are files of the teacher's. Those with &gt; are a student's answers to a task: the
    /// expected ones, the given ones and, if there is one, a mistake's sentence and answers. Those with $ name a file
    /// for the teacher, or a student; below is the file, or the body of the page.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_page_says(string fact)
    {
        StringBuilder said = new();
        foreach (Saying saying in ApprovedTexts.Said(Facts, fact))
        {
            said.Append(saying.Written);
            if (saying.Kind == '@')
                _class.File(saying.First, saying.Content);
            else if (saying.Kind == '>')
                Add(saying.Text.Split(": ", 3));
            else
                said.Append(Page(saying.Text).Trim('\n') + "\n");
        }
        ApprovedTexts.Check(Facts, fact, $"{said}");
    }

    private void Add(string[] said)
    {
        string[] name = said[1].Split(' ');
        GradedTask task = said[2].Contains(" ~ ")
            ? GradedClass.Task(name[0], said[2])
            : GradedClass.ByHand(name[0], 2, said[2]);
        _class.Add(
            said[0],
            task with
            {
                Probes = [.. task.Probes.Select(probe => probe with { IsShown = name.Contains("shown") })],
            }
        );
    }

    private string Page(string name)
    {
        ClassReport.Write(_class.Path);
        _class.WritePages();
        string text = name.Contains('.') ? _class.Read(name) : _class.Page(name);
        if (text.Split("<main") is not [var head, var rest])
            return text;
        XDocument.Parse((head + "<main" + rest)[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        string[] lines = rest.Split("</main>")[0].Split('\n');
        return string.Join('\n', lines.Skip(1).Where(line => line.Length > 0));
    }
}
