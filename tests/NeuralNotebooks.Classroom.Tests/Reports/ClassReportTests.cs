namespace NeuralNotebooks.Classroom.Tests.Reports;

public sealed class ClassReportTests : GradedTests
{
    [Fact]
    public void Text_of_a_student_is_escaped_and_bounded()
    {
        string attack = "<script>alert(1)</script>" + new string('x', 100_000);
        Class.Add("ada", GradedClass.Task("gate", ["right"], [attack]));
        Class.Add(
            "eve",
            GradedClass.Task(
                "gate",
                ["right"],
                [new RecordValue(new Dictionary<string, ProbeValue> { [attack] = GradedClass.Number(1) })]));
        Class.Add(
            "bob",
            GradedClass.Task("gate", ["right"], [new MissingValue(MissingReason.Threw, attack)]),
            GradedClass.ByHand("why", 1, attack));
        ClassReport.Write(Class.Path);

        Assert.All((string[])["index.html", "marking.html"], name =>
        {
            Assert.DoesNotContain("<script>alert", Class.Read(name), StringComparison.OrdinalIgnoreCase);
            Assert.InRange(Class.Read(name).Length, 1_000, 100_000);
        });
    }

    [Fact]
    public void Students_of_different_groups_with_the_same_code_are_named()
    {
        Class.File(StudentList.FileName, "id,group\nada,1\nbob,1\ncyd,2\ndan,2\neve,\nfay,\ngil,\n");
        foreach (string said in "ada=one bob=one cyd=two eve=two dan=three fay= gil=".Split(' '))
        {
            string[] parts = said.Split('=');
            Class.Store.Write(Class.Add(parts[0], GradedClass.Task("gate", [1], [1])) with { Code = parts[1] });
        }

        ClassReport.Write(Class.Path);

        Assert.Equal(
            ["cyd, eve"],
            Regex.Matches(Class.Read("index.html"), "same code</span><span><span class=\"soft\">(.*?)</span>")
                .Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_page_of_a_class_is_well_formed_and_the_same_in_every_culture()
    {
        for (int i = 0; i < 12; i++)
            Class.Add($"s{i}", GradedClass.Task("gate", [i + 0.5], [i + 0.5 + i % 3]));
        ClassReport.Write(Class.Path);
        string page = Class.Read("index.html");
        using IDisposable comma = DecimalComma.Begin();
        ClassReport.Write(Class.Path);

        Assert.Equal(page, Class.Read("index.html"));
        System.Xml.Linq.XDocument.Parse(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }
}
