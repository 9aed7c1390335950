using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Directives;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace NeuralNotebooks.Interactive;

/// <summary>The magic command <c>#!about</c>, which the tool <c>dotnet-interactive</c> adds to the API.</summary>
internal static class AboutCommand
{
    public static void AddTo(CompositeKernel root) => root.AddDirective(
        new KernelActionDirective("#!about") { Description = "Shows what runs the notebook" },
        (_, context) =>
        {
            IHtmlContent about = table(tbody(
                tr(td("NeuralNotebooks"), td(ProgramVersion.Text)),
                tr(td("Microsoft.DotNet.Interactive"), td(ProgramVersion.Of(typeof(Kernel).Assembly))),
                tr(td(".NET"), td(Environment.Version.ToString()))));
            context.Display(about, MimeBundle.Html);
            return Task.CompletedTask;
        });
}
