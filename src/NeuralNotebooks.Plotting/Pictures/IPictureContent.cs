namespace NeuralNotebooks.Plotting;

/// <summary>What a picture shows inside its figure element.</summary>
internal interface IPictureContent
{
    /// <summary>The HTML of the picture itself; the alternative text belongs to the element that a screen reader
    /// announces.</summary>
    string ToHtml(string alternativeText);
}
