namespace NeuralNotebooks.Site;

/// <summary>Properties of a site that all its pages need.</summary>
/// <param name="IsUntrusted">Whether pages may have only the site's own scripts.</param>
/// <param name="LiveVersion">The version of the live pages' bundle; null if pages are not live.</param>
internal sealed record SiteFrame(
    string Title,
    string AssetVersion,
    bool FormulasAreTypeset,
    bool IsUntrusted,
    FigureScripts Figures,
    string? LiveVersion);
