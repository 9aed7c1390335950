using Microsoft.AspNetCore.Html;

namespace NeuralNotebooks.Interactive;

/// <summary>The page in which outputs are shown: it runs a script as part of an output.</summary>
internal sealed class PageFrontend : FrontendEnvironment
{
    public override Task ExecuteClientScript(string code, KernelInvocationContext context)
    {
        var script = new HtmlString($"<script type=\"module\">\n{code}\n</script>");
        context.Display(script, MimeBundle.Html);
        return Task.CompletedTask;
    }
}
