namespace NeuralNotebooks.Engine.Tests;

public class NotebookFuzzTests
{
    private static readonly byte[] _valid = Encoding.UTF8.GetBytes(NotebookTests.JupyterFile);

    [Fact]
    public void A_damaged_notebook_is_refused_or_read_whole() =>
        Fuzz.Run(random =>
        {
            string text = Encoding.UTF8.GetString(Fuzz.Mutate(random, _valid));
            Notebook notebook;
            try
            {
                notebook = Notebook.Parse(text, "fuzz.ipynb");
            }
            catch (NotebookFormatException e)
            {
                Assert.NotEmpty(e.Expected);
                return;
            }
            _ = notebook.IsCSharp || notebook.CodeCells.All(cell => cell.Language is null);
            string written = notebook.ToJson();
            Assert.Equal(written, Notebook.Parse(written, "fuzz.ipynb").ToJson());
        });

    [Fact]
    public void Whatever_cells_show_is_written_as_valid_nbformat() =>
        Fuzz.Run(random =>
        {
            var notebook = new Notebook(new JsonObject { [Fuzz.Text(random)] = Fuzz.Text(random) });
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                var cell = new CodeCell($"cell-{i}", Fuzz.Text(random))
                {
                    ExecutionCount = random.Next(2) == 0 ? null : i,
                };
                for (int j = random.Next(4); j > 0; j--)
                    cell.Outputs.Add(RandomOutput(random));
                notebook.Cells.Add(cell);
            }
            // As stored in a file: what is not valid UTF-8 becomes the replacement character.
            string file = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(notebook.ToJson()));
            var json = (JsonObject)JsonNode.Parse(file)!;
            var back = Notebook.Parse(file, "fuzz.ipynb");

            Assert.Equal((4, 5), ((int)json["nbformat"]!, (int)json["nbformat_minor"]!));
            Assert.Equal(
                notebook.Cells.Select(cell => WellFormed(cell.Source)), back.Cells.Select(cell => cell.Source));
            foreach ((JsonNode? cell, CodeCell original) in json["cells"]!.AsArray().Zip(notebook.CodeCells))
            {
                AssertFields(cell!, "cell_type", "execution_count", "id", "metadata", "outputs", "source");
                foreach ((JsonNode? output, Output shown) in cell!["outputs"]!.AsArray().Zip(original.Outputs))
                    AssertValid(output!, shown);
            }
        });

    private static Output RandomOutput(Random random) =>
        random.Next(4) switch
        {
            0 => new StreamOutput(random.Next(2) == 0 ? StreamName.Stdout : StreamName.Stderr, Fuzz.Text(random)),
            1 => new DisplayData(Bundle(random), new JsonObject { [Fuzz.Text(random)] = 1 }, Fuzz.Text(random)),
            2 => new ExecuteResult(Bundle(random), [], random.Next()),
            _ => new ErrorOutput(Fuzz.Text(random), Fuzz.Text(random), [new(Fuzz.Text(random)), new("")]),
        };

    private static MimeBundle Bundle(Random random)
    {
        var bundle = new MimeBundle
        {
            { MimeBundle.PlainText, Fuzz.Text(random) },
            { Fuzz.Text(random), Fuzz.Text(random) },
        };
        bundle.Add("application/json", new JsonObject { [Fuzz.Text(random)] = Fuzz.Text(random) });
        return bundle;
    }

    /// <summary>The fields that nbformat's schema requires, and no others.</summary>
    private static void AssertValid(JsonNode json, Output output)
    {
        switch (output)
        {
            case StreamOutput stream:
                AssertFields(json, "name", "output_type", "text");
                Assert.Equal(
                    WellFormed(stream.Text), string.Concat(json["text"]!.AsArray().Select(line => (string)line!)));
                break;
            case DisplayData:
                AssertFields(json, "data", "metadata", "output_type");
                break;
            case ExecuteResult:
                AssertFields(json, "data", "execution_count", "metadata", "output_type");
                break;
            case ErrorOutput error:
                AssertFields(json, "ename", "evalue", "output_type", "traceback");
                Assert.Equal(WellFormed(error.Message), (string)json["evalue"]!);
                Assert.All(json["traceback"]!.AsArray(), line => Assert.NotNull((string?)line));
                break;
        }
    }

    private static void AssertFields(JsonNode json, params string[] names) =>
        Assert.Equal(names, json.AsObject().Select(field => field.Key));

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
