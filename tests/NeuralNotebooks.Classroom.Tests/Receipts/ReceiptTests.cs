namespace NeuralNotebooks.Classroom.Tests.Receipts;

public sealed class ReceiptTests : FolderedTests
{
    private static readonly AssignmentSource _source = SourceNotebook.Read([
        "// STUDENT\nVariant.Student = \"\";",
        .. SourceNotebook.ProductGate,
        "<!-- TASK why: 2 points, by hand -->\nWhy?\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->",
    ]);

    private const string Answer =
        "// TASK product-gate: 4 points\ndouble[] ProductGate(double x, double y, double dz) => [dz * y, dz * x];";

    private string Output => Folder.At("graded");

    [Fact]
    public void A_receipt_says_which_cells_answer_which_task_and_what_is_ignored()
    {
        Submit("ada/A1/A1.ipynb", "// STUDENT\nVariant.Student = \"bob\";", "int mine = 1;", Answer);
        Submit("ada/A1/A1-old.ipynb", "int empty;", "// TASK product-gate: 4 points\nint old;");
        Folder.File("submitted/ada/A1/photo.png", "picture");

        Write();

        byte[] notebook = File.ReadAllBytes(Folder.At("submitted/ada/A1/A1.ipynb"));
        string digest = new NotebookReader(_source, "").Read(notebook).Digest;
        Assert.Equal(
            [
                "A1, ada: ada/A1/A1.ipynb",
                "  product-gate, 4 points: cell 3",
                "  why, 2 points: not answered (LOST)",
                $"  The digest of the answers is {digest}.",
                "  There are 2 notebooks: A1.ipynb counts.",
                "  why is not answered: its cell is missing.",
                "  Given cells were changed or deleted, and are restored from the assignment: product-gate-tests.",
                "  Other cells (cell 2) count only if they declare a name that an answer uses.",
                "  The notebook gives the id “bob”, but was submitted by ada.",
                "  Not read: A1-old.ipynb, photo.png.",
            ],
            File.ReadAllLines(Path.Combine(Output, "ada", "A1", "receipt.txt"))
        );
    }

    [Fact]
    public void Receipts_begin_with_those_who_lose_most_and_name_missing_students()
    {
        Submit("ada/A1/A1.ipynb", Answer, "<!-- TASK why: 2 points, by hand -->\nIt is so.");
        Submit("bob/A1/A1.ipynb", Answer);
        Folder.File("submitted/cyd/A1/A1.ipynb", "{");
        Folder.File("graded/students.csv", "id\nada\nbob\ncyd\ndan\n");

        IReadOnlyList<Receipt> receipts = Write();

        Assert.Equal(
            [("cyd", 6m), ("dan", 6m), ("bob", 2m), ("ada", 0m)],
            receipts.Select(receipt => (receipt.Student, (decimal)(double)receipt.Lost))
        );
        string page = File.ReadAllText(Path.Combine(Output, "receipts.html"));
        page.ShouldContain(
            "4 submissions expected; 3 submissions would lose",
            "There is no submission.",
            "why is not answered (2 points)."
        );
    }

    [Fact]
    public void The_code_of_a_student_is_one_file_for_programs_that_detect_plagiarism()
    {
        Submit("ada/A1/A1.ipynb", "int mine = 1;", Answer, _source.Tasks[0].Stub);

        Write();

        Assert.Equal(
            $"int mine = 1;\n\n{Answer}\n",
            File.ReadAllText(Path.Combine(Output, "code", "A1", "ada.cs"))
        );
    }

    [Fact]
    public void A_file_whose_name_has_line_ends_adds_no_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its files have no such names.");
        Submit("ada/A1/A1\n  why, 2 points: cell 9.ipynb", Answer);

        Write();

        Assert.DoesNotContain(
            "  why, 2 points: cell 9.ipynb",
            File.ReadAllLines(Path.Combine(Output, "ada", "A1", "receipt.txt"))
        );
    }

    private void Submit(string path, params string[] cells) =>
        Folder.File($"submitted/{path}", SourceNotebook.Submitted(cells));

    private IReadOnlyList<Receipt> Write()
    {
        var students = StudentList.Read(Output);
        return Classroom.Receipts.Write(
            Output,
            [_source],
            SubmissionSearch.Find(Folder.At("submitted"), ["A1"], students, _ => { }),
            students,
            [],
            ForbiddenUses.None
        );
    }
}
