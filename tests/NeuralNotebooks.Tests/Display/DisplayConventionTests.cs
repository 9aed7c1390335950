using System.Collections;

namespace NeuralNotebooks.Tests.Display;

/// <summary>Notebook hosts have no reference to the library: they find the HTML of its types by conventions, which
/// these tests follow.</summary>
public class DisplayConventionTests
{
    [Fact]
    public void Net_Interactive_finds_a_formatter_by_the_attributes_simple_name()
    {
        Assert.Equal(Matrix.Row(1, 2).ToHtml(), AsNetInteractive(Matrix.Row(1, 2)));
        Assert.Equal(new Value(3, "x").ToHtml(), AsNetInteractive(new Value(3, "x")));
    }

    [Fact]
    public void Verso_finds_a_public_method_without_parameters_and_without_overloads() =>
        Assert.All(ShownTypes(), type =>
        {
            MethodInfo method = Assert.Single(type.GetMethods(), method => method.Name == "ToHtml");
            Assert.Empty(method.GetParameters());
            Assert.Equal(typeof(string), method.ReturnType);
        });

    [Fact]
    public void Every_type_that_shows_itself_follows_both_conventions()
    {
        Type[] withMethod =
            [.. typeof(Matrix).Assembly.GetExportedTypes().Where(type => type.GetMethod("ToHtml", []) is not null)];
        Assert.Equal(withMethod, ShownTypes());
        Assert.All(withMethod, type => Assert.True(typeof(IHtml).IsAssignableFrom(type), type.Name));
        Assert.Contains(typeof(Matrix<>), withMethod);
        Assert.Contains(typeof(Value), withMethod);
    }

    private static Type[] ShownTypes() =>
        [.. typeof(Matrix).Assembly.GetExportedTypes().Where(type => FormatterSourceAttribute(type) is not null)];

    private static Attribute? FormatterSourceAttribute(Type type) =>
        type.GetCustomAttributes()
            .SingleOrDefault(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static string AsNetInteractive(object instance)
    {
        dynamic source = Activator.CreateInstance(
            ((dynamic)FormatterSourceAttribute(instance.GetType())!).FormatterSourceType);
        IEnumerable<dynamic> formatters = ((IEnumerable)source.CreateTypeFormatters()).Cast<object>();
        dynamic formatter = Assert.Single(formatters, formatter => formatter.MimeType == "text/html");
        MethodInfo format =
            Assert.Single(((object)formatter).GetType().GetMethods(), method => method.Name == "Format");
        Assert.Equal(
            [typeof(object), typeof(TextWriter)], format.GetParameters().Select(parameter => parameter.ParameterType));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Assert.True(formatter.Format(instance, writer));
        return writer.ToString();
    }
}
