namespace NeuralNotebooks.Course.Tests;

public class ReferenceFileTests
{
    [Theory]
    [Cases(
        "{ \"x\": [[1, 2], [3]] }", "row 2 of a matrix has 1 entries, the first row has 2",
        "{ \"x\": [[1]] }", "missing required",
        "{ \"x\": ", "does not hold a network:",
        "null", "does not hold a network, but null"
    )]
    public void A_file_with_other_contents_throws_an_exception_with_the_reason(string json, string phrase)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);
            string message = Assert.Throws<InvalidDataException>(() =>
                ReferenceFile.Read<TorchNetwork>(file, "a network")).Message;
            message.ShouldStartWith(file);
            message.ShouldContain(phrase);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Fails.With<FileNotFoundException>("no-such", () => TorchNetwork.Load("no-such"));
}
