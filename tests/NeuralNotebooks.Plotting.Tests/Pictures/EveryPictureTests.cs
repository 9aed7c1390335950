namespace NeuralNotebooks.Plotting.Tests;

public class EveryPictureTests
{
    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void A_picture_is_described_in_words_and_the_same_in_every_locale(string name)
    {
        Picture picture = Gallery.Of(name);
        string english = picture.ToHtml();

        ApprovedTexts.Check("Pictures/Words", name, $"{picture.AlternativeText}\n{picture.Caption}".TrimEnd() + "\n");
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(english, Gallery.Of(name).ToHtml());
    }
}
