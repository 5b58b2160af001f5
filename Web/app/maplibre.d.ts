/** The few parts of MapLibre GL JS that the display uses; the library is a global, loaded before the modules. */
declare namespace maplibregl {
  interface Point { x: number; y: number }
  interface LngLat { lng: number; lat: number }
  interface MapMouseEvent {
    point: Point;
    lngLat: LngLat;
    originalEvent: MouseEvent;
    preventDefault(): void;
  }
  interface GeoJSONSource { setData(data: unknown): void }
  interface TouchRotation { disableRotation(): void }
  class Map {
    constructor(options: Record<string, unknown>);
    on(type: string, listener: (event: any) => void): this;
    once(type: string, listener: (event: any) => void): this;
    getCanvas(): HTMLCanvasElement;
    getCanvasContainer(): HTMLElement;
    getContainer(): HTMLElement;
    getCenter(): LngLat;
    getZoom(): number;
    project(lngLat: [number, number]): Point;
    unproject(point: [number, number]): LngLat;
    resize(): this;
    isMoving(): boolean;
    setPaintProperty(layer: string, name: string, value: unknown): this;
    getSource(id: string): GeoJSONSource | undefined;
    easeTo(options: Record<string, unknown>): this;
    jumpTo(options: Record<string, unknown>): this;
    fitBounds(bounds: [[number, number], [number, number]], options?: Record<string, unknown>): this;
    zoomIn(): this;
    zoomOut(): this;
    panBy(offset: [number, number], options?: Record<string, unknown>): this;
    loaded(): boolean;
    touchZoomRotate: TouchRotation;
    keyboard: { disableRotation(): void };
    doubleClickZoom: { disable(): void };
    scrollZoom: { setWheelZoomRate(rate: number): void };
    dragPan: { enable(): void; disable(): void };
  }
}


interface Window {
  maplibregl: typeof maplibregl;
  /** Counts for tests; see debug.js. */
  parley: Record<string, unknown>;
}
