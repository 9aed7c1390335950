namespace NeuralNotebooks.Engine.Tests;

public sealed class CellNamesTests(CompletionTests.Earlier earlier) : IClassFixture<CompletionTests.Earlier>
{
    [Theory]
    [InlineData("counter + 1", "counter", "", "")]
    [InlineData("int counter = 1;\ncounter + 1", "", "counter", "")]
    [InlineData("int next = counter + 1;", "counter", "next", "")]
    [InlineData("counter += 2;", "counter", "", "counter")]
    [InlineData("counter++; --counter;", "counter", "", "counter")]
    [InlineData("int.TryParse(\"1\", out counter);", "counter", "", "counter")]
    [InlineData("(counter, var other) = (1, 2);", "counter", "other", "counter")]
    [InlineData("words[0] = \"x\";", "words", "", "words")]
    [InlineData("words.Add(\"x\");", "words", "", "")]
    [InlineData("int Twice() => 2 * counter;", "counter", "Twice", "")]
    [InlineData("Feel(how: Mood.Sad);", "Feel Mood", "", "")]
    [InlineData("new Point(X: 1, Y: 2).X", "Point", "", "")]
    [InlineData("record Square(double Side);", "", "Square", "")]
    [InlineData("words.Where(w => w.Length > 1).Select(Math.Abs)", "words", "", "")]
    [InlineData("for (int i = 0; i < counter; i++) Console.WriteLine(i);", "counter", "", "")]
    [InlineData("double y = notRun.Length + Also(1);\nnotRun = y;", "notRun Also", "y", "notRun")]
    [InlineData("var z = new Unknown { Name = other };", "Unknown other", "z", "")]
    [InlineData("#!import kit.csx\ncounter // words", "counter", "", "")]
    [InlineData("", "", "", "")]
    public void A_cell_depends_on_names_and_others_on_its(string code, string reads, string declares, string assigns)
    {
        CellNames names = earlier.Session.Names(code);

        Assert.Equal(
            (reads, declares, assigns),
            (string.Join(' ', names.Reads), string.Join(' ', names.Declares), string.Join(' ', names.Assigns))
        );
    }
}
