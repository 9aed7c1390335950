namespace NeuralNotebooks.Site;

/// <summary>A formula as its author wrote it, without the dollar signs.</summary>
internal readonly record struct Formula(string Tex, bool Display)
{
    /// <summary>The formula as written in the notebook.</summary>
    public string Source => Display ? "$$" + Tex + "$$" : "$" + Tex + "$";
}
