using System.Text;
using System.Text.Json;

namespace NeuralNotebooks.Classroom.Tests.Submissions;

public class SubmittedWorkTests
{
    private const string Answer = """
        // TASK product-gate: 4 points
        double[] ProductGate(double x, double y, double dz)
        {
            return [y, x];
        }
        """;

    private static readonly AssignmentSource _source = SourceNotebook.Read([
        "#!import kit.csx",
        "// STUDENT\nVariant.Student = \"\";",
        .. SourceNotebook.ProductGate,
        "// TASK sum: 1 point\n// BEGIN SOLUTION\n// STUB int total = 0;\nint total = 3;\n// END SOLUTION",
        "// TESTS sum\n// BEGIN HIDDEN TESTS\nProbe(\"sum\", total);\n// END HIDDEN TESTS",
        "<!-- TASK why: 2 points, by hand -->\nWhy?\n\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->",
    ]);

    private static IEnumerable<(int Number, string? Task)> Cells(SubmittedWork work) =>
        work.Work.Cells.Select(cell => (cell.Number, cell.Task));

    private static void AssertNoted(SubmittedWork work, string text) =>
        Assert.Contains(text, work.Notes.Select(note => note.Text));

    private static string Stub => _source.Tasks[0].Stub;

    [Fact]
    public void An_answer_is_found_by_its_grade_id_wherever_it_is()
    {
        SubmittedWork work = Read(
            Code("int helper = 1;"),
            Code(
                Answer.Replace("// TASK product-gate: 4 points\n", ""),
                gradeId: "product-gate"
            )
        );

        Assert.Equal([(1, null), (2, "product-gate")], Cells(work));
        work.Answers["product-gate"].ShouldContain("return [y, x];");
    }

    [Fact]
    public void An_answer_is_found_by_its_cell_id() =>
        Assert.Equal(
            "product-gate",
            Assert
                .Single(
                    Read(Code("double[] ProductGate(double x, double y, double dz) => [1];", id: "cell-2")).Work.Cells
                )
                .Task
        );

    [Fact]
    public void An_answer_is_found_by_its_first_line()
        => Assert.Equal("product-gate", Assert.Single(Read(Code(Answer)).Work.Cells).Task);

    [Fact]
    public void An_answer_is_found_by_declaring_what_the_task_requires()
    {
        SubmittedWork work = Read(
            Code(Stub, gradeId: "product-gate"),
            Code("var once = ProductGate(1, 2, 3);"),
            Code("double[] ProductGate(double x, double y, double dz) => [dz * y, dz * x];")
        );

        Assert.Equal([(2, null), (3, "product-gate")], Cells(work));
        AssertNoted(work, "The answer to product-gate is taken from cell 3, which declares ProductGate.");
    }

    [Fact]
    public void Of_duplicates_the_last_that_differs_from_the_stub_counts_and_the_others_are_the_students_own()
    {
        SubmittedWork work = Read(
            Code(Answer, gradeId: "product-gate"),
            Code(Answer + " // later", gradeId: "product-gate"),
            Code(Stub + "\n\n", gradeId: "product-gate")
        );

        Assert.Equal([(1, null), (2, "product-gate")], Cells(work));
        AssertNoted(work, "product-gate is answered in 2 cells (cell 1, cell 2): the last one counts.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    public void An_emptied_cell_is_not_an_answer(string text)
    {
        SubmittedWork work = Read(Code(text, gradeId: "product-gate"));

        Assert.Empty(work.Answers);
        AssertNoted(work, "product-gate is not answered.");
    }

    [Fact]
    public void Own_cells_count_the_cells_of_the_source_above_them()
    {
        SubmittedWork work = Read(
            Code("int a;"),
            Code("#!import kit.csx", gradeId: "given-1"),
            Code("int b;"),
            Code(Answer, gradeId: "product-gate"),
            Code("int c;")
        );

        Assert.Equal([0, 1, 1, 3], work.Work.Cells.Select(cell => cell.SourceCellsAbove));
    }

    [Fact]
    public void A_deleted_cell_is_named() =>
        AssertNoted(Read(Code("#!import kit.csx")), "product-gate is not answered: its cell is missing.");

    [Fact]
    public void A_code_cell_that_became_text_is_read_as_code()
    {
        SubmittedWork work = Read(Markdown(Answer, gradeId: "product-gate"));

        Assert.Equal("product-gate", Assert.Single(work.Work.Cells).Task);
        Assert.Contains(
            work.Notes,
            note =>
                note.Text.EndsWith(
                    "the answer to product-gate, is of a different type than in the assignment: it is read as code.",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_text_answer_is_not_sent_to_the_judge()
    {
        SubmittedWork work = Read(
            Markdown("<!-- TASK why: 2 points, by hand -->\nWhy?\n\nBecause I say so.", gradeId: "why")
        );

        work.Answers["why"].ShouldEndWith("Because I say so.");
        Assert.Empty(work.Work.Cells);
    }

    [Fact]
    public void Answers_in_another_order_are_named()
        => AssertNoted(
            Read(Code("int total = 3;", gradeId: "sum"), Code(Answer, gradeId: "product-gate")),
            "The answers are in a different order than in the assignment: sum, product-gate."
        );

    [Fact]
    public void Given_cells_and_tests_are_never_taken_from_the_submission()
    {
        SubmittedWork work = Read(
            Code("#!import other.csx", gradeId: "given-1"),
            Code("// TESTS product-gate\nCheck.ProductGate = null;", gradeId: "product-gate-tests"),
            Code(Answer, gradeId: "product-gate")
        );

        Assert.Equal("product-gate", Assert.Single(work.Work.Cells).Task);
        AssertNoted(
            work,
            "Given cells were changed or deleted, and are restored from the assignment: given-1, "
                + "product-gate-tests, sum-tests."
        );
    }

    [Fact]
    public void An_unchanged_release_gets_no_notes_except_for_what_is_not_answered()
    {
        SubmittedWork work = Read(
            Code("#!import kit.csx", gradeId: "given-1"),
            Code("// STUDENT\nVariant.Student = \" ADA\";"),
            Code(Stub, gradeId: "product-gate"),
            Code("// TESTS product-gate", gradeId: "product-gate-tests"),
            Code(_source.Tasks[1].Stub, gradeId: "sum"),
            Code("// TESTS sum", gradeId: "sum-tests"),
            Markdown(_source.Tasks[2].Stub, gradeId: "why")
        );

        Assert.Equal(
            ["product-gate is not answered.", "sum is not answered.", "why is not answered."],
            work.Notes.Select(note => note.Text)
        );
    }

    [Theory]
    [InlineData("bob", "bob")]
    [InlineData("", "")]
    [InlineData(" Ada ", null)]
    public void The_notebooks_own_id_is_known_if_it_differs(string id, string? own) =>
        Assert.Equal(own, Read(Code($"// STUDENT\nVariant.Student = \"{id}\";")).OwnId);

    [Theory]
    [InlineData("/*\n// TASK product-gate: 4 points\n", "\n*/")]
    [InlineData("// TASK product-gate: 4 points\n// ", "")]
    [InlineData("// TASK product-gate: 4 points\nstring old = @\"", "\";")]
    public void An_old_attempt_that_is_commented_out_does_not_count(string before, string after)
    {
        string old = "double[] ProductGate(double x, double y, double dz) => [1, 2];";

        SubmittedWork work = Read(
            Code(Answer, gradeId: "product-gate"),
            Code(before + old + after, gradeId: "product-gate")
        );

        Assert.Equal(Answer, work.Answers["product-gate"]);
        AssertNoted(work, "product-gate is answered in 2 cells (cell 1, cell 2): cell 1 counts.");
    }

    [Fact]
    public void An_answer_below_its_marker_counts()
    {
        SubmittedWork work = Read(
            Code("// TASK product-gate: 4 points\n// see below", gradeId: "product-gate"),
            Code(Answer.Split('\n', 2)[1])
        );

        Assert.Equal([(1, null), (2, "product-gate")], Cells(work));
    }

    [Fact]
    public void What_the_cell_below_adds_belongs_to_the_answer()
    {
        const string First = "int total = 0;", Second = "total = 3;";

        SubmittedWork work = Read(
            Code($"// TASK sum: 1 point\n{First}", gradeId: "sum"),
            Code(Second),
            Code("// TESTS sum", gradeId: "sum-tests"),
            Code("total = 7;")
        );

        Assert.Equal($"// TASK sum: 1 point\n{First}\n\n{Second}", work.Answers["sum"]);
        AssertNoted(work, "The answer to sum continues in cell 2.");
    }

    [Fact]
    public void A_text_continues_in_the_cells_below()
    {
        SubmittedWork work = Read(
            Markdown(_source.Tasks[2].Stub, gradeId: "why"),
            Markdown("| a | b |"),
            Markdown("The end.")
        );

        work.Answers["why"].ShouldEndWith("\n\n| a | b |\n\nThe end.");
    }

    [Fact]
    public void A_cell_beyond_a_million_characters_is_ignored_and_the_others_count()
    {
        SubmittedWork work = Read(Code("// " + new string('x', 1_000_000)), Code(Answer, gradeId: "product-gate"));

        Assert.Equal([(2, "product-gate")], Cells(work));
        AssertNoted(work, "cell 1 is ignored: it is too long.");
    }

    [Theory]
    [InlineData("code", "product-gate")]
    [InlineData("markdown", "why")]
    public void A_notebook_full_of_words_costs_no_more_memory_than_reading_it(string type, string gradeId)
    {
        string words = string.Join(' ', Enumerable.Range(0, 5_000_000).Select(i => $"w{i}"));
        byte[] notebook = Notebook(type == "code" ? Code(words, gradeId) : Markdown(words, gradeId));
        long before = GC.GetAllocatedBytesForCurrentThread();

        SubmittedWork work = SubmittedWork.Of(_source, "ada", notebook);

        Assert.Empty(work.Answers);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20L * notebook.Length);
    }

    [Fact]
    public void Of_several_notebooks_the_one_with_most_answers_counts()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("ada/A1/A1.ipynb", ""), Notebook(Code(Stub, gradeId: "product-gate")));
        File.WriteAllBytes(folder.File("ada/A1/A1-Copy1.ipynb", ""), Notebook(Code(Answer, gradeId: "product-gate")));
        folder.File("ada/A1/notes.ipynb", "{}");

        SubmittedWork work = SubmittedWork.Of(
            _source,
            Assert.Single(Submission.FindAll(folder.Path, ["A1"], StudentList.Empty, _ => { }))
        );

        Assert.Equal(Answer, work.Answers["product-gate"]);
        AssertNoted(work, "There are 3 notebooks: A1-Copy1.ipynb counts.");
    }

    [Fact]
    public void Other_code_in_the_cell_of_the_id_is_judged() =>
        Assert.Equal(
            "// STUDENT\n\nint helper = 2;",
            Assert.Single(Read(Code("// STUDENT\nVariant.Student = \"ada\";\nint helper = 2;")).Work.Cells).Code
        );

    [Fact]
    public void References_and_imports_of_a_student_are_blank_lines_and_named()
    {
        SubmittedWork work = Read(
            Code(
                "#r \"/tmp/evil.dll\"\n#load \"x.csx\"\n  #i \"nuget:https://example.org\"\n#!import "
                    + "kit.csx\n#region own\nint total = 3;",
                gradeId: "sum"
            )
        );

        Assert.Equal("\n\n\n\n#region own\nint total = 3;", Assert.Single(work.Work.Cells).Code);
        AssertNoted(work, "Lines such as #r, #i, #load and #!import are ignored, in cell 1.");
    }

    public static TheoryData<string, byte[], string> Unreadable =>
        new()
        {
            { "an empty file", [], "the file is empty" },
            { "no JSON", "print(1)"u8.ToArray(), "it is not JSON (line 1" },
            { "deeply nested", Encoding.UTF8.GetBytes(new string('[', 100_000)), "it is not JSON (line 1" },
            {
                "another format",
                "{\"nbformat\": 3, \"worksheets\": []}"u8.ToArray(),
                "it is in the old notebook format 3"
            },
            { "bytes", [0xff, 0xfe, 0, 1], "it is not JSON" },
            {
                "another assignment",
                Notebook(Code("// TASK other: 1 point\nint other;", gradeId: "other")),
                "It is not the notebook of A1: it contains none of that notebook's cells."
            },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_graded_says_why(string what, byte[] content, string sentence) =>
        Assert.True(
            Assert
                .Throws<SubmissionException>(() => SubmittedWork.Of(_source, "ada", content))
                .Message.Contains(sentence, StringComparison.Ordinal),
            what
        );

    private static SubmittedWork Read(params object[] cells) => SubmittedWork.Of(_source, "ada", Notebook(cells));

    private static byte[] Notebook(params object[] cells) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                cells,
                metadata = new { kernelspec = new { language = "C#", name = ".net-csharp" } },
                nbformat = 4,
                nbformat_minor = 5,
            }
        );

    private static object Code(string source, string? gradeId = null, string? id = null) =>
        new
        {
            cell_type = "code",
            execution_count = (int?)null,
            id = id ?? Guid.NewGuid().ToString("N"),
            metadata = Metadata(gradeId),
            outputs = Array.Empty<object>(),
            source,
        };

    private static object Markdown(string source, string? gradeId = null) =>
        new
        {
            cell_type = "markdown",
            id = Guid.NewGuid().ToString("N"),
            metadata = Metadata(gradeId),
            source,
        };

    private static object Metadata(string? gradeId) =>
        gradeId is null ? new { } : new { nbgrader = new { grade_id = gradeId, schema_version = 3 } };
}
