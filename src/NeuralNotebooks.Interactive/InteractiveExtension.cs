namespace NeuralNotebooks.Interactive;

/// <summary>What .NET Interactive adds to a session.</summary>
/// <remarks>Most notebooks do not use its API, or only <c>display</c>. So <see cref="NotebookKernels"/>, which loads
/// the API, is created only when a cell calls the API itself, has a magic command or another language, or adds a
/// package with an extension. This type names no type of the API, since the runtime would load it.</remarks>
internal sealed class InteractiveExtension(CSharpSession session, string folder, Func<string?> findTool)
    : SessionExtension
{
    private NotebookKernels? _kernels;

    public override Task RunAsync(string text, CancellationToken stopped) => Kernels().RunAsync(text, stopped);

    public override Task RunCodeAsync(IReadOnlySet<string> assemblies, Func<Task> run, CancellationToken stopped) =>
        _kernels is not null || assemblies.Overlaps(ApiAssemblies.Names)
            ? Kernels().RunCodeAsync(run, assemblies.Contains(ApiAssemblies.Names[0]), stopped) : run();

    public override Task LoadExtensionsAsync(PackageAssets packages, CancellationToken stopped) =>
        PackageExtensions.FoldersOf(packages).Any()
            ? Kernels().LoadExtensionsAsync(packages, stopped) : Task.CompletedTask;

    public override void Cancel() => _kernels?.Cancel();

    public override SentCode? TakeSent() => _kernels?.TakeSent();

    public override MimeBundle? Format(object? value) => _kernels?.Format(value);

    public override string? HtmlOf(object value) => _kernels is null ? null : ValueFormats.HtmlOf(value);

    public override bool IsShown(object? value) =>
        value?.GetType().FullName == "Microsoft.DotNet.Interactive.Formatting.DisplayedValue";

    public override void Dispose() => _kernels?.Dispose();

    private NotebookKernels Kernels() => _kernels ??= NotebookKernels.Create(session, folder, findTool);
}
