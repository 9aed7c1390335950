namespace NeuralNotebooks.Site;

internal sealed record SiteFrame(
    string Title,
    string AssetVersion,
    bool FormulasAreTypeset,
    FigureScripts Figures,
    string? LiveVersion);
