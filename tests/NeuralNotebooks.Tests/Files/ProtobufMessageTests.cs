namespace NeuralNotebooks.Tests;

public sealed class ProtobufMessageTests
{
    // The examples of https://protobuf.dev/programming-guides/encoding; the last is a negative number.
    [Fact]
    public void Messages_are_encoded_as_the_documentation_of_protobuf_says()
    {
        Assert.Equal("089601", Hex(new() { { 1, 150 } }));
        Assert.Equal("120774657374696E67", Hex(new() { { 2, "testing" } }));
        Assert.Equal("1A03089601", Hex(new() { { 3, new ProtobufMessage { { 1, 150 } } } }));
        Assert.Equal("220568656C6C6F280128022803", Hex(new() { { 4, "hello" }, { 5, 1 }, { 5, 2 }, { 5, 3 } }));
        Assert.Equal("08FEFFFFFFFFFFFFFFFF01", Hex(new() { { 1, -2 } }));
        Assert.Equal("820100", Hex(new() { { 16, new ProtobufMessage() } }));
    }

    private static string Hex(ProtobufMessage message)
    {
        string hex = string.Concat(message.Select(part => Convert.ToHexString(part.Span)));
        Assert.Equal(2 * message.Length, hex.Length);
        return hex;
    }
}
