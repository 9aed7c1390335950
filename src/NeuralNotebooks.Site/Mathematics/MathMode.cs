namespace NeuralNotebooks.Site;

/// <summary>Where formulas are typeset.</summary>
internal enum MathMode
{
    /// <summary>In the build: the page contains them typeset.</summary>
    Ready,

    /// <summary>In the browser, by the site's own copy of KaTeX: there was no <c>node</c>.</summary>
    InBrowser,

    /// <summary>In the browser, by KaTeX from a content delivery network: there was no npm when this assembly was
    /// built.</summary>
    FromNetwork,
}
