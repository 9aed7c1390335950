namespace NeuralNotebooks.Site;

/// <summary>Where formulas are typeset.</summary>
internal enum MathMode
{
    /// <summary>When the site is built: the page contains typeset formulas.</summary>
    Ready,

    /// <summary>In the browser, by the site's own copy of KaTeX, because <c>node</c> was not available for the
    /// build.</summary>
    InBrowser,

    /// <summary>In the browser, by KaTeX from a content delivery network, because npm was not available when this
    /// assembly was built.</summary>
    FromNetwork,
}
