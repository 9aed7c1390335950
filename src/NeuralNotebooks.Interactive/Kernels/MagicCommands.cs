using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Directives;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace NeuralNotebooks.Interactive;

/// <summary>Magic commands that the tool <c>dotnet-interactive</c> adds to the API.</summary>
internal static class MagicCommands
{
    public static void AddTo(CompositeKernel root)
    {
        root.AddDirective(new KernelActionDirective("#!about") { Description = "Shows what runs the notebook" },
            (_, context) =>
            {
                context.Display(About(), MimeBundle.Html);
                return Task.CompletedTask;
            });
        root.AddDirective(new KernelActionDirective("#!lsmagic") { Description = "Lists the magic commands" },
            (_, context) =>
            {
                foreach (Kernel kernel in root.ChildKernels.Prepend(root))
                    context.Display(CommandsOf(kernel), MimeBundle.Html);
                return Task.CompletedTask;
            });
    }

    private static IHtmlContent About() =>
        table(tbody(
            tr(td("NeuralNotebooks"), td(ProgramVersion.Text)),
            tr(td("Microsoft.DotNet.Interactive"), td(ProgramVersion.Of(typeof(Kernel).Assembly))),
            tr(td(".NET"), td(Environment.Version.ToString()))));

    private static IHtmlContent CommandsOf(Kernel kernel) =>
        div(
            h3($"{kernel.Name} kernel"),
            ul(kernel.KernelInfo.SupportedDirectives
                .Where(directive => !directive.Hidden)
                .OrderBy(directive => directive.Name, StringComparer.Ordinal)
                .Select(directive => li(code(directive.Name), $" {directive.Description}"))));
}
