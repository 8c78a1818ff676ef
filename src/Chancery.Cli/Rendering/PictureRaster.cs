using System.Globalization;
using SkiaSharp;

namespace Chancery.Cli.Rendering;

/// <summary>
/// Draws a picture into a PNG of twice its size. The letters come from a font that is compiled in and are drawn as outlines, so that the same picture gives the same bytes
/// whatever fonts a machine has.
/// </summary>
internal static class PictureRaster
{
    private const int Scale = 2,
        Letter = 12,
        Best = 100;

    /// <summary>The picture as PNG.</summary>
    public static byte[] Png(Picture picture)
    {
        using var bitmap = new SKBitmap(
            new SKImageInfo(picture.Width * Scale, picture.Height * Scale, SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        using var canvas = new SKCanvas(bitmap);
        using var data = typeof(PictureRaster).Assembly.GetManifestResourceStream("fonts/DejaVuSans.ttf")!;
        using var face = SKTypeface.FromStream(data);
        using var font = new SKFont(face, Letter)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
        };
        canvas.Clear(SKColors.White);
        canvas.Scale(Scale);
        foreach (var shape in picture.Shapes)
            Draw(canvas, font, shape);
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, Best);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, SKFont font, Shape shape)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = Colour(shape.Fill),
            Style = SKPaintStyle.Fill,
        };
        float x = (float)shape.X,
            y = (float)shape.Y;
        switch (shape.Kind)
        {
            case ShapeKind.Bar:
                canvas.DrawRect(x, y, (float)shape.Wide, (float)shape.High, paint);
                break;
            case ShapeKind.Line:
                paint.StrokeWidth = 1;
                paint.Style = SKPaintStyle.Stroke;
                canvas.DrawLine(x, y, x + (float)shape.Wide, y, paint);
                break;
            case ShapeKind.Disc:
                if (shape.Fill != "none")
                    canvas.DrawCircle(x, y, (float)shape.Wide, paint);
                paint.Style = SKPaintStyle.Stroke;
                paint.Color = Colour(shape.Stroke);
                canvas.DrawCircle(x, y, (float)shape.Wide, paint);
                break;
            default:
                using (var path = font.GetTextPath(shape.Words ?? "", new SKPoint(x, y)))
                    canvas.DrawPath(path, paint);
                break;
        }
    }

    private static SKColor Colour(string written) =>
        written.StartsWith('#') && uint.TryParse(written.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new SKColor(0xff000000 | rgb)
            : SKColors.Transparent;
}
