using System.Globalization;

namespace NeuralNotebooks.Classroom.Tests.Sources;

public class SourceReaderTests
{
    private static readonly string[] _source =
    [
        "# Gates",
        "#!import kit.csx",
        "// STUDENT\nVariant.Student = \"\";",
        .. SourceNotebook.ProductGate,
    ];

    [Fact]
    public void The_first_line_of_a_cell_says_what_it_is_for() =>
        Assert.Equal(
            [
                CellRole.Given,
                CellRole.Given,
                CellRole.Student,
                CellRole.Task,
                CellRole.Tests,
                CellRole.Mistake,
                CellRole.Forbidden,
            ],
            SourceNotebook.Read(_source).Cells.Select(cell => cell.Role)
        );

    [Fact]
    public void Given_cells_tasks_and_tests_get_ids_and_the_others_none() =>
        Assert.Equal(
            ["given-1", "given-2", null, "product-gate", "product-gate-tests", null, null],
            SourceNotebook.Read(_source).Cells.Select(cell => cell.GradeId)
        );

    [Fact]
    public void A_cell_is_called_by_its_number_among_code_cells() =>
        Assert.Equal("cell 3", SourceNotebook.Read(_source).Cells[3].Place);

    [Fact]
    public void The_assignment_has_the_name_of_its_file() => Assert.Equal("A1", SourceNotebook.Read(_source).Name);

    [Fact]
    public void Probes_are_taken_out_of_the_text_with_their_constants()
    {
        AssignmentTask task = One(_source);

        Assert.Equal(
            [
                new Probe("at (3, −1)", "ProductGate(3, -1, two)", 1) { Line = 4 },
                new Probe("an input of 0", "ProductGate(0, 5, 1)", 2, 1e-9, false) { Line = 5 },
                new Probe("both negative", "ProductGate(-3, -4, 1)", 1, null, true) { Line = 6 },
            ],
            task.Probes);
    }

    [Fact]
    public void What_the_hidden_region_declares_stays_on_its_line()
        => Assert.Equal("\n\ndouble two = 2;", One(_source).Declarations);

    [Fact]
    public void A_deconstruction_counts_as_a_declaration() =>
        One(Tests("var (a, b) = (1, 2);\nProbe(\"p\", F(a));")).Declarations.ShouldContain("var (a, b) = (1, 2);");

    [Fact]
    public void Arguments_of_a_probe_may_be_named_in_any_order()
    {
        string[] tests = Tests("Probe(shown: true, floor: 1e-9, value: F(1), tolerance: 0.5, name: \"p\");");
        Assert.Equal(
            new Probe("p", "F(1)", 4, 0.5, true) { Floor = 1e-9, Line = 3 },
            One(tests).Probes.Single());
    }

    [Fact]
    public void What_probes_with_points_leave_is_shared_equally() =>
        Assert.Equal(
            [1, new Points(3, 2), new Points(3, 2)],
            One(Tests("Probe(\"a\", F(1), 1);\nProbe(\"b\", F(2));\nProbe(\"c\", F(3));"))
                .Probes.Select(probe => probe.Points)
        );

    [Fact]
    public void Equal_shares_are_exact_fractions() =>
        Assert.Equal(
            new Points(4, 3),
            One(Tests("Probe(\"a\", F(1));\nProbe(\"b\", F(2));\nProbe(\"c\", F(3));"))
                .Probes[0]
                .Points
        );

    [Fact]
    public void A_solution_becomes_the_stub_at_its_indentation()
        => Assert.Equal(
            """
            // TASK product-gate: 4 points
            double[] ProductGate(double x, double y, double dz)
            {
                // your code here
                throw new NotImplementedException();
            }
            """.ReplaceLineEndings("\n"),
            One(_source).Stub);

    [Fact]
    public void Stub_lines_replace_a_solution_without_their_marker()
        => Assert.Equal(
            "// TASK t: 1 point\nint F(int x)\n{\n    int y = 0;\n\n    return y;\n}",
            One(
                    "// TASK t: 1 point\nint F(int x)\n{\n    // BEGIN SOLUTION\n    // STUB int y = 0;\n    "
                        + "// STUB\n    // STUB return y;\n    return x;\n    // END SOLUTION\n}",
                    TestsCell
                )
                .Stub
        );

    [Fact]
    public void Each_of_several_solutions_is_replaced() =>
        Assert.Equal(
            "// TASK t: 1 point\n// your code here\nthrow new NotImplementedException();\nint b;\n// your "
                + "code here\nthrow new NotImplementedException();",
            One(
                    "// TASK t: 1 point\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION\nint b;\n// "
                        + "BEGIN SOLUTION\nint c;\n// END SOLUTION",
                    TestsCell
                )
                .Stub
        );

    [Fact]
    public void A_text_task_is_marked_by_hand_and_hides_its_model_answer()
    {
        AssignmentTask task = One(
                "<!-- TASK why-half: 2 points, by hand -->\nWhy ½?\n<!-- BEGIN SOLUTION -->\nBecause 2 "
                    + "cancels.\n<!-- END SOLUTION -->"
            );

        Assert.Equal(
            (true, true, (Points)2, "<!-- TASK why-half: 2 points, by hand -->\nWhy ½?\n*Your answer here.*"),
            (task.IsText, task.IsByHand, task.Points, task.Stub)
        );
    }

    [Fact]
    public void Mistakes_lose_their_marker_and_keep_their_lines() =>
        Assert.Equal(
            new KnownMistake(
                "the arriving gradient is forgotten",
                "\ndouble[] ProductGate(double x, double y, double dz) => [y, x];"
            )
            {
                Place = "cell 5",
            },
            One(_source).Mistakes.Single()
        );

    [Fact]
    public void The_mistakes_of_a_check_are_taken_with_their_sentences_except_those_that_do_not_apply()
    {
        string[] source =
        [
            Task("// TASK t: 1 point"),
            TestsCell,
            "// MISTAKES t: Check.LargestBlock, without 2, 5\nint F(int x) => "
                + "Check.Mistakes.LargestBlock[0].Function(x, 4);",
        ];
        IReadOnlyList<KnownMistake> mistakes = One(source).Mistakes;

        Assert.Equal(
            [1, 3, 4, 6],
            mistakes.Select(mistake =>
                int.Parse(mistake.Place["cell 3 (mistake ".Length..][..1], CultureInfo.InvariantCulture)
            )
        );
        mistakes[0].Sentence.ShouldStartWith("Three blocks must fit at once");
        Assert.Equal("\nint F(int x) => Check.Mistakes.LargestBlock[2].Function(x, 4);", mistakes[1].Code);
    }

    [Fact]
    public void Forbidden_ids_are_read_line_by_line() =>
        Assert.Equal(["M:NeuralNotebooks.Value.Backward"], One(_source).Forbidden);

    [Fact]
    public void A_source_can_allow_what_answers_may_not_use() =>
        Assert.Equal(
            ["T:System.IO.File"],
            One([.. _source, "// ALLOWED product-gate\n// T:System.IO.File"]).Allowed
        );

    [Theory]
    [InlineData("// TASK t: 1 point, 15 minutes", 15, false)]
    [InlineData("// TASK t: 1 point, by hand, 1 minute", 1, true)]
    [InlineData("// TASK t: 1 point", null, false)]
    public void The_time_and_who_marks_follow_the_points(string marker, int? minutes, bool isByHand)
    {
        AssignmentTask task = One(isByHand ? [Task(marker)] : [Task(marker), TestsCell]);

        Assert.Equal((minutes, isByHand), (task.Minutes, task.IsByHand));
    }

    [Fact]
    public void Points_may_have_decimals() =>
        Assert.Equal(
            new Points(5, 2),
            One(Task("// TASK t: 2.5 points"), TestsCell).Points
        );

    private static AssignmentTask One(params string[] cells) => SourceNotebook.Read(cells).Tasks.Single();

    private static string TestsCell => "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\n// END HIDDEN TESTS";

    private static string Task(string marker) => $"{marker}\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION";

    private static string[] Tests(string hidden) =>
        [Task("// TASK t: 4 points"), $"// TESTS t\n// BEGIN HIDDEN TESTS\n{hidden}\n// END HIDDEN TESTS"];
}
