using System.Globalization;
using System.Security;
using System.Text;

namespace Chancery.Cli.Rendering;

/// <summary>A picture of rectangles, lines, discs and words, drawn once and written as SVG or, by <see cref="PictureRaster"/>, as PNG.</summary>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
internal sealed class Picture(int width, int height)
{
    public int Width => width;

    public int Height => height;

    /// <summary>The shapes in the order in which they are drawn.</summary>
    public List<Shape> Shapes { get; } = [];

    public void Bar(double x, double y, double wide, double high, string fill, string? title = null) =>
        Shapes.Add(new Shape(ShapeKind.Bar, x, y, wide, high, fill, fill, title));

    public void Line(double x1, double x2, double y, string stroke) =>
        Shapes.Add(new Shape(ShapeKind.Line, x1, y, x2 - x1, 0, stroke, stroke, null));

    /// <summary>A disc, hollow where <paramref name="full"/> is false.</summary>
    public void Disc(double x, double y, double radius, string colour, bool full, string title) =>
        Shapes.Add(new Shape(ShapeKind.Disc, x, y, radius, radius, full ? colour : "none", colour, title));

    public void Say(double x, double y, string words, string fill) => Shapes.Add(new Shape(ShapeKind.Words, x, y, 0, 0, fill, fill, words));

    /// <summary>The picture as SVG.</summary>
    public string Svg()
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n"
        );
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        foreach (var shape in Shapes)
            Write(svg, shape);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Writes the picture to a file: PNG where its name ends so, else SVG.</summary>
    public void Save(string file)
    {
        if (file.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            File.WriteAllBytes(file, PictureRaster.Png(this));
        else
            File.WriteAllText(file, Svg());
    }

    private static void Write(StringBuilder svg, Shape shape)
    {
        var title = shape.Words is null ? "" : SecurityElement.Escape(shape.Words);
        switch (shape.Kind)
        {
            case ShapeKind.Bar:
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{shape.X:0.##}\" y=\"{shape.Y:0.##}\" width=\"{shape.Wide:0.##}\" height=\"{shape.High:0.##}\" fill=\"{shape.Fill}\""
                );
                svg.Append(shape.Words is null ? "/>\n" : $"><title>{title}</title></rect>\n");
                break;
            case ShapeKind.Line:
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<line x1=\"{shape.X:0.##}\" x2=\"{shape.X + shape.Wide:0.##}\" y1=\"{shape.Y:0.##}\" y2=\"{shape.Y:0.##}\" stroke=\"{shape.Stroke}\"/>\n"
                );
                break;
            case ShapeKind.Disc:
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle cx=\"{shape.X:0.##}\" cy=\"{shape.Y:0.##}\" r=\"{shape.Wide:0.##}\" stroke=\"{shape.Stroke}\" fill=\"{shape.Fill}\"><title>{title}</title></circle>\n"
                );
                break;
            default:
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{shape.X:0.##}\" y=\"{shape.Y:0.##}\" fill=\"{shape.Fill}\">{title}</text>\n"
                );
                break;
        }
    }
}
