namespace NeuralNotebooks.Classroom.Tests.Students;

public sealed class CsvEncodingTests : FolderedTests
{
    private const string Table = "student,task,points,comment\nada,why,1,für später – “gut”\n";

    [Theory]
    [Cases(
        "utf-8", "Ça va, Â, Ã, „CAFÉ“, naïve, 80 €, 日本 🙂",
        "utf-8", "Ölçü, Āā, ß",
        "utf-16", "für später – “gut”",
        "utf-16BE", "für später – “gut”")]
    public void Letters_of_any_language_are_read_if_the_file_says_its_encoding(string encoding, string comment) =>
        Assert.Equal(comment, Comment(Bytes(encoding, Table.Replace("für später – “gut”", $"\"{comment}\""))));

    [Theory]
    [Cases(1252, 1250, 10000)]
    public void A_file_in_another_encoding_is_rejected_with_advice(int codePage)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(Table);

        string message = Assert.Throws<TableException>(() => Comment(bytes)).Message;

        message.ShouldContain(
            "adjust.csv, line 2: the file is not in UTF-8", "in Excel as “CSV UTF-8 (Comma delimited)”");
    }

    [Fact]
    public void UTF_16_without_a_byte_order_mark_is_rejected() =>
        Assert.Throws<TableException>(() => Comment(Encoding.Unicode.GetBytes(Table))).Message.ShouldContain(
            "line 1: the file is not in UTF-8");

    [Theory]
    [Cases("für", "Ã¼", "“gut”", "â€œ", "80 °C", "Â°")]
    public void Letters_that_another_program_has_decoded_wrongly_are_reported(string text, string broken)
    {
        Encoding misread = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        string saved = misread.GetString(Encoding.UTF8.GetBytes($"student,task,points,comment\nada,why,1,{text}\n"));

        Assert.Throws<TableException>(() => Comment(Encoding.UTF8.GetBytes(saved))).Message.ShouldContain(
            $"adjust.csv, line 2: “{broken}”");
    }

    private string Comment(byte[] content)
    {
        string path = Folder.At("adjust.csv");
        File.WriteAllBytes(path, content);
        return Csv.Read(path, "student", "comment")[0]["comment"];
    }

    private static byte[] Bytes(string name, string text)
    {
        var encoding = Encoding.GetEncoding(name);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
