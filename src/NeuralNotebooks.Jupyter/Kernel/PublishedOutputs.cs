namespace NeuralNotebooks.Jupyter;

internal sealed class PublishedOutputs(ClientRequest request, int executionCount) : IOutputSink
{
    /// <summary>The cell's value as plain text, for the history.</summary>
    public string? Result { get; private set; }

    public void Emit(OutputEvent shown)
    {
        switch (shown)
        {
            case StreamOutput stream:
                Publish(
                    "stream",
                    new JsonObject
                    {
                        ["name"] = stream.Name == StreamName.Stdout ? "stdout" : "stderr",
                        ["text"] = stream.Text,
                    });
                break;
            case DisplayData display:
                Publish("display_data", Shown(display.Data, display.Metadata, display.DisplayId));
                break;
            case ExecuteResult result:
                Result = result.Data.Text(MimeBundle.PlainText);
                JsonObject content = Shown(result.Data, result.Metadata, displayId: null);
                content["execution_count"] = executionCount;
                Publish("execute_result", content);
                break;
            case ErrorOutput error:
                Publish("error", ErrorContent.Of(error));
                break;
            case DisplayUpdate update:
                Publish("update_display_data", Shown(update.Data, [], update.DisplayId));
                break;
            case OutputClear clear:
                Publish("clear_output", new JsonObject { ["wait"] = clear.Wait });
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Publish(string type, JsonObject content) => request.Publish(type, content, patient: true);

    private static JsonObject Shown(MimeBundle data, JsonObject metadata, string? displayId) => new()
    {
        ["data"] = data.ToJson(),
        ["metadata"] = metadata.DeepClone(),
        ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
    };
}
