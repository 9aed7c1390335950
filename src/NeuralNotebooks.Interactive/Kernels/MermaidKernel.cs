using System.Net;

namespace NeuralNotebooks.Interactive;

/// <summary>Shows the text of a diagram of Mermaid, which JupyterLab draws.</summary>
internal sealed class MermaidKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    public MermaidKernel()
        : base("mermaid") => KernelInfo.LanguageName = "Mermaid";

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        string code = command.Code.Trim(), html = $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(code)}</pre>";
        context.Publish(new DisplayedValueProduced(
            code,
            command,
            [
                new FormattedValue("text/vnd.mermaid", code),
                new FormattedValue(MimeBundle.Html, html),
                new FormattedValue(MimeBundle.PlainText, code),
            ]));
        return Task.CompletedTask;
    }
}
