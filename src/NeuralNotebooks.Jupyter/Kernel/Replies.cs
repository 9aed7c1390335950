namespace NeuralNotebooks.Jupyter;

internal static class Replies
{
    public static JsonObject Ok(JsonObject fields)
    {
        fields.Insert(0, "status", "ok");
        return fields;
    }

    public static JsonObject Error(ErrorOutput error)
    {
        JsonObject content = ErrorContent.Of(error);
        content["status"] = "error";
        return content;
    }
}
