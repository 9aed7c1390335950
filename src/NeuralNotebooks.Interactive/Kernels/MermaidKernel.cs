using System.Net;

namespace NeuralNotebooks.Interactive;

/// <summary>Shows diagrams of Mermaid, which the page draws.</summary>
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
                new FormattedValue(Representation.Diagram, code),
                new FormattedValue(MimeBundle.Html, html),
                new FormattedValue(MimeBundle.PlainText, code),
            ]));
        return Task.CompletedTask;
    }
}
