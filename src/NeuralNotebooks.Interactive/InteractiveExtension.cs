namespace NeuralNotebooks.Interactive;

/// <summary>What .NET Interactive adds to a session.</summary>
/// <remarks>Most notebooks do not use its API, or only <c>display</c>. So <see cref="InteractiveHost"/>, which loads
/// the API, is created only when a cell calls the API itself, has a magic command or another language, or adds a
/// package with an extension.</remarks>
internal sealed class InteractiveExtension(CSharpSession session, string folder, Func<string?> findTool)
    : SessionExtension
{
    private InteractiveHost? _host;

    public override Task RunAsync(string text, CancellationToken stopped) => Host().RunAsync(text, stopped);

    public override Task RunCodeAsync(IReadOnlySet<string> assemblies, Func<Task> run, CancellationToken stopped) =>
        _host is not null || assemblies.Overlaps(InteractiveFiles.ApiNames) ? Host().RunCodeAsync(run, stopped) : run();

    public override Task LoadExtensionsAsync(PackageAssets packages, CancellationToken stopped) =>
        PackageExtensions.FoldersOf(packages).Any()
            ? Host().LoadExtensionsAsync(packages, stopped) : Task.CompletedTask;

    public override SentCode? TakeSent() => _host?.TakeSent();

    public override MimeBundle? Format(object? value) => _host?.Format(value);

    public override string? HtmlOf(object value) => _host is null ? null : InteractiveHost.HtmlOf(value);

    // By name, since the type itself would load the API.
    public override bool IsShown(object? value) =>
        value?.GetType().FullName == "Microsoft.DotNet.Interactive.Formatting.DisplayedValue";

    public override void Dispose() => _host?.Dispose();

    private InteractiveHost Host() => _host ??= new InteractiveHost(session, folder, findTool);
}
