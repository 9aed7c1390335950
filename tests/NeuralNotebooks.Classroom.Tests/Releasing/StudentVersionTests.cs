namespace NeuralNotebooks.Classroom.Tests.Releasing;

public class StudentVersionTests : FolderedTests
{
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
        const string text = """
            <!-- TASK why: 2 points, by hand -->
            ![question](attachment:the%20question.png)
            <!-- BEGIN SOLUTION -->
            ![answer](attachment:answer.png)
            <!-- END SOLUTION -->
            """;
        JsonObject json = JsonNode.Parse(SourceNotebook.Json(text))!.AsObject();
        json["cells"]![0]!["attachments"] = JsonNode.Parse(
            """{"the question.png": {"image/png": "UVVFU1RJT04="}, "answer.png": {"image/png": "QU5TV0VS"}}""");

        string released = StudentVersion.Of(SourceReader.Read(Folder.File("A1.ipynb", json.ToJsonString()))).ToJson();

        released.ShouldContain("UVVFU1RJT04=");
        released.ShouldNotContain("QU5TV0VS");
    }
}
