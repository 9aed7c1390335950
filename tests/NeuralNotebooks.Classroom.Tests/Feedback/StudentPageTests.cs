namespace NeuralNotebooks.Classroom.Tests.Feedback;

public sealed class StudentPageTests : GradedTests
{
    [Fact]
    public void Notes_for_the_student_are_shown_and_a_submission_that_could_not_be_read_has_a_page()
    {
        Class.Add("ada", "It is not JSON.", [new("The cell of gate was restored.", NoteReaders.Student)]);
        Class.WritePages();

        Class.Page("ada").ShouldContain("could not be graded: It is not JSON.", "The cell of gate was restored.");
    }

    [Fact]
    public void Markup_in_names_and_sentences_is_text()
    {
        const string attack = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202e";
        Class.File("adjust.csv", $"student,task,points,comment\nada,gate,1,{attack}\n");
        string page = PageOf(
            GradedClass.WithProbes(
                GradedClass.Task("gate", ["x"], [attack], GradedClass.Mistake(attack, attack)),
                _ => new(attack, attack, 1, null, true)));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        page.ShouldNotContain("\u202e");
        page.ShouldContain("default-src 'none'");
    }

    private string PageOf(params JudgedTask[] tasks)
    {
        Class.Add("ada", tasks);
        Class.WritePages();
        return Class.Page("ada");
    }
}
