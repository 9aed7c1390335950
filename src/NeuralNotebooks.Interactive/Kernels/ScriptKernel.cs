namespace NeuralNotebooks.Interactive;

/// <summary>Shows scripts, which the page runs. A value that a cell shares with them is a variable of the
/// page.</summary>
internal sealed class ScriptKernel : JavaScriptKernel, IKernelCommandHandler<SendValue>
{
    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context)
    {
        string json = command.FormattedValue is { MimeType: JsonFormatter.MimeType, Value: var formatted }
            ? formatted : command.Value.ToDisplayString(JsonFormatter.MimeType);
        return FrontendEnvironment.ExecuteClientScript(
            $"globalThis.{command.Name} = {json.Replace("<", "\\u003c")};", context);
    }
}
