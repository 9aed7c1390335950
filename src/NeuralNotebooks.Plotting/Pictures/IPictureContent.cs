namespace NeuralNotebooks.Plotting;

/// <summary>What a picture shows inside its figure element.</summary>
internal interface IPictureContent
{
    /// <summary>The HTML of the picture itself; the text in words belongs to the element that an assistive reader announces.</summary>
    string ToHtml(string alternativeText);
}
