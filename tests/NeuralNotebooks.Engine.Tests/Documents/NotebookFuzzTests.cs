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
}
