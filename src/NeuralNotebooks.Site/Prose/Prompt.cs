namespace NeuralNotebooks.Site;

/// <summary>A prompt: a block quote that begins with <c>**Predict.**</c>, <c>**Exercise.**</c>, <c>**Try.**</c> or
/// <c>**Think.**</c>. It asks the reader a question before the cell that answers it.</summary>
internal static class Prompt
{
    private static readonly string[] _labels = ["Predict", "Exercise", "Try", "Think"];

    public static bool Is(IElement element) => element.ClassName == "prompt";

    public static void MarkIn(IElement text, PageScope scope)
    {
        foreach (IElement quote in text.QuerySelectorAll("blockquote").ToArray())
        {
            if (quote.FirstElementChild is not { LocalName: "p", FirstChild: IElement { LocalName: "strong" } strong })
                continue;
            string label = PlainText.Of(strong).TrimEnd('.', ':');
            if (!_labels.Contains(label))
                continue;
            if (strong.NextSibling is IText next)
                next.Data = next.Data.TrimStart();
            strong.Remove();
            IElement aside = text.Owner!.CreateElement("aside"), shown = text.Owner.CreateElement("p");
            aside.ClassName = "prompt";
            scope.Ask(aside, PlainText.Of(quote));
            aside.SetAttribute("aria-label", label);
            shown.ClassName = "prompt-label";
            shown.SetAttribute("aria-hidden", "true");
            shown.TextContent = label;
            aside.Append([text.Owner.CreateTextNode("\n"), shown, .. quote.ChildNodes]);
            quote.Replace(aside);
        }
    }
}
