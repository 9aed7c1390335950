namespace NeuralNotebooks.Engine.Tests;

public class WellFormedJsonTests
{
    [Theory]
    [Cases(
        """["\ud83d"]""", "\uFFFD",
        """["\uDE00"]""", "\uFFFD",
        """["a\ud83dx\ude00"]""", "a\uFFFDx\uFFFD",
        """["\ud83d\ud83d\ude00"]""", "\uFFFD\U0001F600",
        """["\ud83d\ude00"]""", "\U0001F600",
        """["\\ud83d"]""", "\\ud83d",
        """["\\\ud83d"]""", "\\\uFFFD",
        """["\u00e9\n\"\/"]""", "é\n\"/")]
    public void An_unpaired_surrogate_becomes_the_replacement_character(string json, string text) =>
        Assert.Equal(text, Parse(json));

    // These are not rows of a theory, since the arguments of an attribute are stored in UTF-8.
    [Fact]
    public void An_unescaped_surrogate_is_treated_the_same()
    {
        Assert.Equal("a\uFFFDb", Parse("[\"a\uD83Db\"]"));
        Assert.Equal("\uFFFD\uFFFD", Parse("[\"\uDE00\uD83D\"]"));
        Assert.Equal("\U0001F600", Parse("[\"\U0001F600\"]"));
        Assert.Equal("\uFFFD\uFFFD", Parse("[\"\uD83D\\ude00\"]"));
    }

    [Fact]
    public void A_name_is_repaired_like_a_string() =>
        Assert.Equal("\uFFFD", ParseBytes("""{"\udc00": 1}""")!.AsObject().Single().Key);

    [Fact]
    public void Malformed_UTF_8_becomes_the_replacement_character() =>
        Assert.Equal("a\uFFFDb", (string?)WellFormedJson.Parse([.. "[\"a"u8, 0xFF, .. "b\"]"u8])![0]);

    [Theory]
    [Cases("""["\u12"]""", """["\""", "\\", "")]
    public void What_is_not_JSON_is_still_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ParseBytes(json));

    private static string? Parse(string json) => (string?)JsonNode.Parse(WellFormedJson.Repair(json))![0];

    private static JsonNode? ParseBytes(string json) => WellFormedJson.Parse(Encoding.UTF8.GetBytes(json));
}
