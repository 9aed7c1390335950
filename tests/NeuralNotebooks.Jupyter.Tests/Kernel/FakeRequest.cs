namespace NeuralNotebooks.Jupyter.Tests;

internal sealed class FakeRequest(Message message, Action<string, JsonObject> sent) : ClientRequest(message)
{
    public static FakeRequest Of(string type, JsonObject content, Action<string, JsonObject> sent) =>
        new(new Message { Header = new JsonObject { ["msg_type"] = type }, Content = content }, sent);

    public override void Publish(string type, JsonObject content, bool patient) => sent(type, content);

    public override string Ask(string prompt, bool isPassword) => throw new NotSupportedException();

    protected override void Reply(string type, JsonObject content) => sent(type, content);
}
