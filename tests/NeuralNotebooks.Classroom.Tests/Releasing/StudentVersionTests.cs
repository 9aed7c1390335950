using System.Text.Json.Nodes;

namespace NeuralNotebooks.Classroom.Tests.Releasing;

public class StudentVersionTests
{
    private const string TextTask =
        "<!-- TASK why-half: 2.5 points, by hand -->\nWhy ½?\n<!-- BEGIN SOLUTION -->\nBecause 2 "
        + "cancels.\n<!-- END SOLUTION -->";

    private static readonly Notebook _released = StudentVersion.Of(
        SourceNotebook.Read([
            "# Gates: ½",
            "#!import kit.csx",
            "// STUDENT\nVariant.Student = \"\";",
            .. SourceNotebook.ProductGate,
            TextTask,
            "// ALLOWED product-gate\n// T:System.IO.File",
        ])
    );

    [Fact]
    public void Mistakes_and_lists_are_dropped() =>
        Assert.Equal(
            ["given-1", "given-2", null, "product-gate", "product-gate-tests", "why-half"],
            _released.Cells.Select(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"])
        );

    [Fact]
    public void A_cell_of_hidden_tests_only_keeps_its_first_line() =>
        Assert.Equal("// TESTS product-gate", Cell("product-gate-tests").Source);

    [Fact]
    public void Visible_checks_stay()
    {
        Notebook released = StudentVersion.Of(
            SourceNotebook.Read(
                SourceNotebook.ProductGate[0],
                SourceNotebook.ProductGate[1] + "\nCheck.ProductGate(ProductGate)"
            )
        );

        Assert.Equal("// TESTS product-gate\nCheck.ProductGate(ProductGate)", released.Cells[1].Source);
    }

    [Theory]
    [InlineData(
        "given-1",
        """{"checksum":"c01c9c5d2c57c17724835741b4c212dd","cell_type":"markdown","grade":false,"grade_id":"given-1","locked":true,"schema_version":3,"solution":false,"task":false}"""
    )]
    [InlineData(
        "product-gate",
        """{"checksum":"ad9cacdfcf82b9df403aba0d4785b456","cell_type":"code","grade":false,"grade_id":"product-gate","locked":false,"schema_version":3,"solution":true,"task":false}"""
    )]
    [InlineData(
        "product-gate-tests",
        """{"checksum":"83e305915b1b4acf9547a599752f7e16","cell_type":"code","grade":true,"grade_id":"product-gate-tests","locked":true,"points":4,"schema_version":3,"solution":false,"task":false}"""
    )]
    [InlineData(
        "why-half",
        """{"checksum":"150e58c629162788e6bf83d7a01f6f88","cell_type":"markdown","grade":true,"grade_id":"why-half","locked":false,"points":2.5,"schema_version":3,"solution":true,"task":false}"""
    )]
    public void Metadata_is_nbgraders_with_the_checksum_that_hashlib_gives(string gradeId, string expected) =>
        Assert.Equal(expected, Cell(gradeId).Metadata["nbgrader"]!.ToJsonString());

    [Theory]
    [InlineData("given-1", true)]
    [InlineData("product-gate", false)]
    [InlineData("product-gate-tests", true)]
    [InlineData("why-half", false)]
    public void Released_cells_cannot_be_deleted_and_only_answers_can_be_edited(string gradeId, bool isFixed) =>
        Assert.Equal(
            (false, isFixed ? false : null),
            ((bool?)Cell(gradeId).Metadata["deletable"], (bool?)Cell(gradeId).Metadata["editable"])
        );

    [Fact]
    public void The_students_own_cell_has_no_metadata_of_nbgrader() => Assert.Empty(_released.Cells[2].Metadata);

    [Fact]
    public void Outputs_are_not_released()
    {
        AssignmentSource source = SourceNotebook.Read(SourceNotebook.ProductGate);
        var executed = (CodeCell)source.Cells[1].Cell;
        executed.ExecutionCount = 2;
        executed.Outputs.Add(new StreamOutput(StreamName.Stdout, "at (3, −1): [−2, 6]"));

        var released = (CodeCell)StudentVersion.Of(source).Cells[1];

        Assert.Equal((0, null), (released.Outputs.Count, released.ExecutionCount));
    }

    [Fact]
    public void Images_of_a_model_answer_are_not_released_and_others_are()
    {
        using var folder = new TemporaryFolder();
        string text = TextTask
            .Replace("Why ½?", "![question](attachment:question.png)", StringComparison.Ordinal)
            .Replace("Because", "![answer](attachment:answer.png)", StringComparison.Ordinal);
        JsonObject json = JsonNode.Parse(SourceNotebook.Json(text))!.AsObject();
        json["cells"]![0]!["attachments"] = JsonNode.Parse(
            """{"question.png": {"image/png": "UVVFU1RJT04="}, "answer.png": {"image/png": "QU5TV0VS"}}"""
        );

        string released = StudentVersion.Of(SourceReader.Read(folder.File("A1.ipynb", json.ToJsonString()))).ToJson();

        Assert.Contains("UVVFU1RJT04=", released, StringComparison.Ordinal);
        Assert.DoesNotContain("QU5TV0VS", released, StringComparison.Ordinal);
    }

    private static Cell Cell(string gradeId) =>
        _released.Cells.Single(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"] == gradeId);
}
