namespace NeuralNotebooks.Site;

/// <param name="Policy">The element with the Content-Security-Policy of pages that anybody may have written; null for
/// those of a trusted author, whose scripts run.</param>
internal sealed record SiteFrame(
    string Title,
    string AssetVersion,
    bool FormulasAreTypeset,
    Html? Policy,
    FigureScripts Figures,
    string? LiveVersion);
