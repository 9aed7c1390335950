using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace NeuralNotebooks.Interactive;

/// <summary>Shows the text of a diagram, for the frontends that draw one where such an element stands.</summary>
internal sealed class MermaidKernel() : Kernel("mermaid"), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        PocketView diagram = pre[@class: "mermaid"](command.Code.Trim());
        context.Display(diagram, MimeBundle.Html);
        return Task.CompletedTask;
    }
}
